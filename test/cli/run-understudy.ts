import { spawn } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/bundle';

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command line as people get it: the bundle, in a folder of its own, run as a process of its own. */
export class BuiltCli {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Copies what the setup of the tests has seen to be fresh. */
  static async copy(): Promise<BuiltCli> {
    const cli = new BuiltCli(await mkdtemp(join(tmpdir(), 'understudy cli ')));
    await copyFile(join(root, 'dist/cli/understudy.js'), cli.path('understudy.js'));
    return cli;
  }

  /** A path in the built program's folder, which has a blank in its name. */
  path(name: string): string {
    return join(this.folder, name);
  }

  run(...args: string[]): Promise<Outcome> {
    const child = spawn(process.execPath, [this.path('understudy.js'), ...args], { cwd: this.folder });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, stdout, stderr }));
    });
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
