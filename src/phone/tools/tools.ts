import { cut, tr } from "./cut-and-tr.ts";
import { dd } from "./dd.ts";
import { md5sum, sha256sum } from "./digest.ts";
import { basename, chmod, cp, dirname, ln, mkdir, mv, readlink, rm, rmdir, touch } from "./file-tools.ts";
import { egrep, fgrep, grep } from "./grep.ts";
import { ls } from "./ls.ts";
import { printf, seq } from "./printf.ts";
import { sort } from "./sort.ts";
import { stat } from "./stat.ts";
import { date, env, id, sleep, timeout, toybox, uname, whoami } from "./system-tools.ts";
import { cat, head, tail, tee, uniq } from "./text-tools.ts";
import type { Tool } from "./tool.ts";
import { wc } from "./wc.ts";

/** What every virtual phone has: the part of toybox that examinations use. */
export const tools: ReadonlyMap<string, Tool> = new Map(
  Object.entries<Tool>({
    basename,
    cat,
    chmod,
    cp,
    cut,
    date,
    dd,
    dirname,
    egrep,
    env,
    fgrep,
    grep,
    head,
    id,
    ln,
    ls,
    md5sum,
    mkdir,
    mv,
    printenv: env,
    printf,
    readlink,
    rm,
    rmdir,
    seq,
    sha256sum,
    sleep,
    sort,
    stat,
    tail,
    tee,
    timeout,
    touch,
    toybox: toybox(() => tools),
    tr,
    uname,
    uniq,
    wc,
    whoami,
  }),
);
