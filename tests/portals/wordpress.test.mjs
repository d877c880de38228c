// WordPress of Debian with MariaDB: the block editor, the old editor, and an author, whose unknown tags and scripts WordPress strips.
import { after } from 'node:test';
import { embed, portal } from './embed.mjs';
import { endAll } from './running.mjs';
import { fresh, hands, wordpress } from './wordpress.mjs';

const inWordpress = portal('wordpress', wordpress);
after(endAll);

inWordpress('WordPress, HTML block', (t, at) => {
  fresh(at);
  return embed(t, 'WordPress', (page) => hands(at, page));
});

inWordpress('WordPress, old editor', (t, at) => {
  fresh(at, { oldEditor: true });
  return embed(t, 'WordPress', (page) => hands(at, page, { oldEditor: true }));
});

inWordpress('WordPress, written by an author', (t, at) => {
  fresh(at);
  return embed(t, 'WordPress, khi người đăng bài không phải quản trị viên', (page) => hands(at, page));
});
