import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root, runEnvironment } from './environment';
import { clientOf, heard } from './http';
import type { Client } from './http';
import { password } from './template';
import type { TestCrm } from './crm';

/** Another process of the product on the same database, as behind a balancer. */
export interface SecondServer {
  url: string;
  /** A client of `/beneficiary-crm` of this process, signed in there. */
  signIn(email: string): Promise<Client>;
  /** What `kill -9` does: nothing is finished, nobody is told. */
  kill(): Promise<void>;
}

/** Starts one at the test's time, and waits until it answers. */
export async function startSecond(t: TestCrm): Promise<SecondServer> {
  const env = await runEnvironment({ url: t.databaseUrl, dataDir: t.dataDir });
  const child = spawn(process.execPath, [path.join(root, 'tests/support/serve.mjs')], {
    cwd: root,
    env: { ...env, TEST_DIST_DIR: path.join(root, 'dist'), TEST_NOW: t.crm.now().toISOString() },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const gone = once(child, 'exit');
  const port = await Promise.race([
    once(createInterface({ input: child.stdout }), 'line').then(([line]) => Number(line)),
    gone.then(() => NaN),
  ]);
  if (!Number.isInteger(port)) throw new Error(`no second server: ${Buffer.concat(said)}`);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    async signIn(email) {
      const reply = await clientOf(url).post<{ token: string }>('/admin/login', {
        email,
        password,
      });
      if (reply.status !== 200) throw new Error(`${email} cannot sign in: ${reply.text}`);
      heard.pop();
      return clientOf(`${url}/beneficiary-crm`, { authorization: `Bearer ${reply.data.token}` });
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await gone;
    },
  };
}
