import { createPrivateKey, X509Certificate } from "node:crypto";
import { unwatchFile, watchFile } from "node:fs";
import { readFile } from "node:fs/promises";
import type { RequestListener, Server, ServerOptions } from "node:http";
import { createServer } from "node:https";
import { StartProblem } from "../store/start-problem.ts";

/** The files of a certificate with its chain, and of its private key, both in PEM. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

/** TLS by the product itself, with a certificate that is read again when its files change. */
export interface Tls {
  createServer(listener: RequestListener, options?: ServerOptions): Server;
  stop(): void;
}

interface Pair {
  readonly cert: Buffer;
  readonly key: Buffer;
}

// Looked at and not waited for: files that are renamed over, as renewals do it, are lost to a watch of the system.
const lookEveryMs = 10_000;

/**
 * Reads the files; throws a StartProblem where they are no pair. Of a pair that is wrong later, as while one of the two is already
 * new, `onError` is told, and the last good one goes on.
 */
export async function openTls(
  files: TlsFiles,
  onError: (error: unknown) => void,
  everyMs = lookEveryMs,
): Promise<Tls> {
  let pair = await readPair(files).catch(() => {
    throw new StartProblem("bad-tls", {
      zh: `TLS 证书（TLS_CERT）与私钥（TLS_KEY）读不出或不是一对：${files.certificate}，${files.key}`,
      en: `TLS_CERT and TLS_KEY cannot be read, or do not belong together: ${files.certificate}, ${files.key}`,
    });
  });
  const servers: ReturnType<typeof createServer>[] = [];
  const readAgain = () => {
    readPair(files).then((read) => {
      pair = read;
      for (const server of servers) server.setSecureContext(pair);
    }, onError);
  };
  const watched = [files.certificate, files.key];
  for (const file of watched) watchFile(file, { interval: everyMs, persistent: false }, readAgain);
  return {
    createServer(listener, options = {}) {
      const server = createServer({ ...options, ...pair }, listener);
      servers.push(server);
      return server;
    },
    stop() {
      for (const file of watched) unwatchFile(file, readAgain);
    },
  };
}

async function readPair({ certificate, key }: TlsFiles): Promise<Pair> {
  const [cert, secret] = await Promise.all([readFile(certificate), readFile(key)]);
  if (!new X509Certificate(cert).checkPrivateKey(createPrivateKey(secret)))
    throw new Error(`${key} is not the key of ${certificate}`);
  return { cert, key: secret };
}
