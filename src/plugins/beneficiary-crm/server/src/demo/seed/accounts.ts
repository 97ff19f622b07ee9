import { randomInt } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Passwords of the demo's accounts by address, kept so that they stay the same from run to run. */
export type Passwords = Record<string, string>;

const fileIn = (dataDir: string): string => path.join(dataDir, 'demo-accounts.json');

export async function readPasswords(dataDir: string): Promise<Passwords> {
  try {
    return JSON.parse(await readFile(fileIn(dataDir), 'utf8')) as Passwords;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
}

export async function keepPasswords(dataDir: string, passwords: Passwords): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(fileIn(dataDir), `${JSON.stringify(passwords, null, 2)}\n`, { mode: 0o600 });
}

/** No letters that are read for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz';
const digits = '23456789';
const anyOf = (characters: string): string => characters.charAt(randomInt(characters.length));

/** Fifteen characters, over 60 bits, with the capital and the digit that Strapi asks for. */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => anyOf(letters + digits)).join('');
  return `${anyOf(letters).toUpperCase()}${group()}-${group()}-${group()}${anyOf(digits)}`;
}
