// The program that is tested, run as a person would run it.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Its path. */
export const PROGRAM = process.env.SCF_PROGRAM ?? join(root, 'target', 'debug', 'scf');
/** Where the plans for newcomers are. */
export const EXAMPLES = join(root, 'examples');
/** The day on which all tests are run. */
export const TODAY = '2026-11-23';

const ALWAYS = ['--today', TODAY, '--lang', 'en', '--color', 'never'];

/** Runs a command and gives what it wrote on standard output. */
export function scf(...words) {
  const run = spawnSync(PROGRAM, [...words, ...ALWAYS], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.error || run.status === 2) {
    throw new Error(`scf ${words.join(' ')}: ${run.error ?? run.stderr}`);
  }
  return run.stdout;
}

/** The same as JSON. */
export function json(...words) {
  return JSON.parse(scf(...words, '--format', 'json'));
}

/** A folder that is taken away when the test is over. */
export function folder(test) {
  const made = mkdtempSync(join(tmpdir(), 'scf-browser-'));
  test.after(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** A folder with a plan of this text in it: the plan's path. */
export function written(test, text) {
  const path = join(folder(test), 'plan.scf.yaml');
  writeFileSync(path, text);
  return path;
}

/** `scf live` of a plan, until the test is over: the address, what it says, and how it ends. */
export async function live(test, plan, ...words) {
  const port = words.includes('--port') ? [] : ['--port', '0'];
  const child = spawn(PROGRAM, ['live', plan, ...port, ...words, ...ALWAYS], { stdio: ['ignore', 'pipe', 'pipe'] });
  const over = new Promise((end) => child.on('exit', (code, signal) => end({ code, signal })));
  test.after(async () => {
    child.kill('SIGKILL');
    await over;
  });
  const told = { err: '', out: '' };
  child.stdout.on('data', (data) => (told.out += data));
  const address = await new Promise((found, fail) => {
    child.stderr.on('data', (data) => {
      told.err += data;
      const open = /^Open (http:\S+) in your browser/m.exec(told.err);
      if (open) {
        found(open[1]);
      }
    });
    over.then(({ code }) => fail(new Error(`scf live ended with ${code}: ${told.err}`)));
  });
  return { address, home: new URL('./', address).href, child, over, told };
}
