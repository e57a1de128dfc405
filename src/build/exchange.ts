/**
 * Puts one folder in the place of another in a single step. Node has no call for it; Linux has
 * (renameat2 with RENAME_EXCHANGE, https://man7.org/linux/man-pages/man2/rename.2.html), and two
 * programs that nearly every machine has can make it: a recent `mv`, or Perl. Elsewhere two renames
 * have to do, between which the place is empty for some microseconds; whoever is killed there is
 * put right by the next build.
 */
import { spawnSync } from "node:child_process";
import { existsSync, renameSync, statSync } from "node:fs";
import { arch, platform } from "node:process";

/** Numbers of the system call renameat2, from the kernel's tables. */
const RENAMEAT2: Readonly<Record<string, number>> = { x64: 316, arm64: 276, riscv64: 276 };

/** A way to exchange two folders in one step; it may not work here, and then does nothing. */
export type Exchange = (one: string, other: string) => void;

/**
 * Exchanges two folders of one file system: each ends up at the other's path.
 * @param spare a path beside them where nothing is, used only where two steps have to do.
 * @param ways the ways to try before that.
 */
export function exchangeFolders(
  one: string,
  other: string,
  spare: string,
  ways: readonly Exchange[] = ONE_STEP,
): void {
  const moved = statSync(one).ino;
  for (const exchange of ways) {
    exchange(one, other);
    // What was done counts, not what was said: a program killed after the call has done its work.
    if (statSync(other).ino === moved) return;
  }
  renameSync(other, spare);
  renameSync(one, other);
  renameSync(spare, one);
}

/** GNU coreutils 9.5 and later. Others refuse the option and do nothing. */
function exchangeByMove(one: string, other: string): void {
  run("mv", ["--exchange", "--no-target-directory", "--", one, other]);
}

function exchangeByPerl(one: string, other: string): void {
  const call = RENAMEAT2[arch];
  if (call === undefined || !existsSync("/usr/bin/perl")) return;
  // -100 stands for the working folder (AT_FDCWD), 2 for RENAME_EXCHANGE.
  const program = `exit(syscall(${call}, -100, $ARGV[0], -100, $ARGV[1], 2) == 0 ? 0 : 1)`;
  run("/usr/bin/perl", ["-e", program, one, other]);
}

/** Both programs have the call on Linux alone. */
export const ONE_STEP: readonly Exchange[] =
  platform === "linux" ? [exchangeByMove, exchangeByPerl] : [];

function run(command: string, args: readonly string[]): void {
  spawnSync(command, args, { stdio: "ignore" });
}
