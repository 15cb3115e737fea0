import { createHash } from 'node:crypto';
import type { BundledPackage } from './bundled-packages.ts';

export interface Product {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * A software bill of materials (CycloneDX 1.5, JSON). It holds no time, and its serial number is a digest of its content
 * (a UUID of version 8, RFC 9562), so that the same packages give the same bytes.
 */
export function writeSbom(product: Product, packages: readonly BundledPackage[]): string {
  const components = packages.map(component);
  const content = JSON.stringify([product, components]);
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    serialNumber: `urn:uuid:${uuidOf(content)}`,
    version: 1,
    metadata: {
      component: {
        'bom-ref': `${product.name}@${product.version}`,
        type: 'application',
        name: product.name,
        version: product.version,
        licenses: [{ license: { id: product.license } }],
      },
    },
    components,
  };
  return `${JSON.stringify(sbom, null, 2)}\n`;
}

function component({ name, version, license, integrity, folder }: BundledPackage) {
  const digest = Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
  return {
    'bom-ref': folder,
    type: 'library',
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: [{ alg: 'SHA-512', content: digest }],
    licenses: [{ license: { id: license } }],
  };
}

function uuidOf(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const variant = ((parseInt(hex[16], 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
