/*
 * Dates as texts. Patterns: `yyyy yy` year (two digits: 1969–2068); `M MM` month, `MMM MMMM` its English name, `LLL LLLL` in capitals,
 * `lll llll` in small letters; `d dd` day; `EEE EEEE` weekday; `H HH` hour 0–23; `h hh` hour 1–12 with `A` (AM, PM) or
 * `a` (am, pm); `m mm` minute; `s ss` second; `S…S` exactly so many fraction digits; `f` as many as needed.
 * One letter reads one or two digits, two letters exactly two. 'quoted' letters stand for themselves. `[…]` may be
 * absent, and is written when not zero. `{+01:00}` reads any offset from UTC, leaves it aside and writes this one:
 * the wall clock is what counts, nothing is ever converted between time zones.
 */
export { createDateParser } from './analyze/parse-date';
export { createDateFormatter } from './analyze/format-date';
export { detectDateFormat } from './analyze/detect-date-format';
