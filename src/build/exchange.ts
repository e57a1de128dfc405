/**
 * Puts one folder in the place of another in a single step. Node has no call for it; Linux has
 * (renameat2 with RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html), and two
 * programs that nearly every machine has can make it: a recent `mv`, or Perl. Elsewhere two renames
 * have to do, between which the place is empty for some microseconds; whoever is killed there is
 * put right by the next build.
 */
import { spawnSync } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { arch, platform } from "node:process";

/** Numbers of the system call renameat2, from the kernel's tables. */
const RENAMEAT2: Readonly<Record<string, number>> = { x64: 316, arm64: 276, riscv64: 276 };

/**
 * Exchanges two folders of one file system: each ends up at the other's path.
 * @param spare a path beside them where nothing is, used only where two steps have to do.
 */
export function exchangeFolders(one: string, other: string, spare: string): void {
  if (exchangedByMove(one, other) || exchangedByPerl(one, other)) return;
  renameSync(other, spare);
  renameSync(one, other);
  renameSync(spare, one);
}

/** GNU coreutils 9.5 and later. Others refuse the option and do nothing. */
function exchangedByMove(one: string, other: string): boolean {
  if (platform !== "linux") return false;
  return succeeded("mv", ["--exchange", "--no-target-directory", "--", one, other]);
}

function exchangedByPerl(one: string, other: string): boolean {
  const call = RENAMEAT2[arch];
  if (platform !== "linux" || call === undefined || !existsSync("/usr/bin/perl")) return false;
  // -100 stands for the working folder (AT_FDCWD), 2 for RENAME_EXCHANGE.
  const program = `exit(syscall(${call}, -100, $ARGV[0], -100, $ARGV[1], 2) == 0 ? 0 : 1)`;
  return succeeded("/usr/bin/perl", ["-e", program, one, other]);
}

function succeeded(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}
