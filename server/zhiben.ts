#!/usr/bin/env node
import { start } from "./main.ts";
import { verify } from "./verify.ts";

const commands: Readonly<Record<string, (flags: readonly string[]) => Promise<number>>> = { start, verify };

const usage = `zhiben COMMAND

  start [--no-demo]   启动（首次启动载入演示数据，除非 --no-demo）· run Zhiben; a first start loads the demonstration unless --no-demo
  verify              核验全过程记录 · check every chain, entry and count against the ledger

环境变量 · Environment: HOST PORT ZHIBEN_DATA ZHIBEN_PACK DATABASE_URL
`;

const [name = "", ...flags] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command === undefined) process.stderr.write(usage);
process.exitCode = command === undefined ? 2 : await command(flags);
