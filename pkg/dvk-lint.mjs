#!/usr/bin/env node
// Checks guidelines as the form would before using them: npx dvk-lint guideline.json [more.json …]. Every problem with its line; Node 20 or later.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { DvkError, load } from './index.js';

const HELP = `Cách dùng: dvk-lint <bộ-tiêu-chí.json> [tệp khác …]

Kiểm tra bộ tiêu chí (dvk-guideline/1): cấu trúc, đường dẫn, câu thông báo, văn bản dẫn, điều kiện,
các phép thử của chính bộ tiêu chí. Mỗi vấn đề in trên một dòng: tệp:dòng:cột, mã, câu giải thích.

  -           đọc từ đầu vào chuẩn
  -h, --help  in phần này

Nhiều tệp được đọc theo thứ tự: tệp sau có thể kế thừa («extends») tệp trước.
Mã thoát: 0 không có vấn đề; 1 có vấn đề; 2 không đọc được tệp hoặc gọi sai cách.
`;

/** The bytes of a file, or of standard input. */
async function content(file) {
  if (file !== '-') return readFile(file);
  const parts = [];
  for await (const part of process.stdin) parts.push(part);
  return Buffer.concat(parts);
}

/** What is wrong with a guideline, or the id of one that is sound. What it extends may be one of those that come with the package. */
async function judged(engine, bytes, asked) {
  try {
    return { id: (await engine.guideline(bytes)).id, problems: [] };
  } catch (error) {
    if (!(error instanceof DvkError) || error.code === 'internal') throw error;
    const base = error.problems.find(({ code }) => code === 'unknown-base')?.found;
    if (!base || base === asked || !(await engine.guideline(base).catch(() => undefined))) return { problems: error.problems };
    return judged(engine, bytes, base);
  }
}

/** What is not wrong, and yet keeps a page from finding the file by the id. */
function note(file, id) {
  if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) return `lưu ý: mã «${id}» không viết bằng chữ thường không dấu, chữ số, dấu gạch nối; trang gọi bộ tiêu chí theo mã sẽ không tìm được tệp`;
  return file !== '-' && basename(file) !== `${id}.json` ? `lưu ý: trang gọi bộ tiêu chí theo mã «${id}» tìm tệp ${id}.json; tệp này tên là ${basename(file)}` : undefined;
}

async function main(files) {
  if (files.includes('-h') || files.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const strange = files.find((file) => file.startsWith('-') && file !== '-');
  if (files.length === 0 || strange) {
    process.stderr.write(strange ? `dvk-lint: không có tùy chọn «${strange}»\n\n${HELP}` : HELP);
    return 2;
  }
  const engine = await load();
  let status = 0;
  for (const file of files) {
    const name = file === '-' ? 'stdin' : file;
    let bytes;
    try {
      bytes = await content(file);
    } catch (error) {
      const known = { ENOENT: 'không thấy tệp này', EISDIR: 'đây là thư mục, không phải tệp' }[error.code];
      process.stderr.write(`${name}: ${known ?? `không đọc được tệp (${error.code ?? error.message})`}\n`);
      status = 2;
      continue;
    }
    const { id, problems } = await judged(engine, bytes);
    for (const { code, message, line, column } of problems) {
      process.stdout.write(`${[name, line, column].filter((part) => part !== undefined).join(':')}: ${code}: ${message}\n`);
    }
    if (problems.length > 0) {
      status ||= 1;
      continue;
    }
    process.stdout.write(`${name}: không có vấn đề\n`);
    const told = note(file, id);
    if (told) process.stdout.write(`${name}: ${told}\n`);
  }
  return status;
}

process.exitCode = await main(process.argv.slice(2));
