/** Serves a folder of scripts to a browser on this machine, under a content policy. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';

/** Nothing but scripts of the page's own place, and workers made of them. */
export const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'";
/** As `POLICY`, and WebAssembly may be compiled. */
export const POLICY_WITH_WASM = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

export interface WebServer {
  readonly url: string;
  close(): Promise<void>;
}

/** @param page What stands at `/`. */
export async function serveFolder(folder: string, page: string, policy: string): Promise<WebServer> {
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '/');
    const file = join(folder, name);
    response.setHeader('Content-Security-Policy', policy);
    if (name === '') response.setHeader('Content-Type', 'text/html').end(page);
    else if (name.endsWith('.js') && existsSync(file)) {
      response.setHeader('Content-Type', 'text/javascript').end(readFileSync(file));
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
