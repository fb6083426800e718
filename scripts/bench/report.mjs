import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ROOT } from '../places.mjs';

const FILE = path.join(ROOT, 'docs/benchmarks.md');
const BEGIN = '<!-- measured by npm run bench: begin -->';
const END = '<!-- measured by npm run bench: end -->';

/** One result in one line. */
export function printed({ hot, app, floor, ratio, kept }) {
  const side = ({ p50, p95, perSecond, cpuMs }) =>
    `p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} ${perSecond.toFixed(0)}/s cpu ${cpuMs.toFixed(2)} ms`;
  const compared = floor ? ` | floor ${side(floor)} | ${ratio.toFixed(1)}×` : '';
  return `${kept ? 'ok  ' : 'OVER'} ${hot.name}: ${side(app)}${compared}${barOf(hot) && ` | bar ${barOf(hot)}`}`;
}

/** Puts the measured table between the marks of docs/benchmarks.md; the words around it stay. */
export function writeReport(results, savers) {
  const text = fs.readFileSync(FILE, 'utf8');
  const table = [
    BEGIN,
    '',
    `${new Date().toISOString().slice(0, 10)}, ${machine()}. 2,000,000 households, seed 20200630; 8 connections.`,
    '',
    '| hot path | app p50 / p95 ms | app requests/s | app CPU ms | floor p50 / p95 ms | floor requests/s | floor CPU ms | ratio | bar |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...results.map(row),
    '',
    `32 savers of one county: ${savers.perSecond.toFixed(0)} saves/s, p95 ${savers.p95.toFixed(0)} ms; lock waits in ${savers.samples} samples: ${
      Object.entries(savers.waits)
        .map(([name, times]) => `${name} ${times}`)
        .join(', ') || 'none'
    }.`,
    '',
    END,
  ].join('\n');
  fs.writeFileSync(FILE, text.slice(0, text.indexOf(BEGIN)) + table + text.slice(text.indexOf(END) + END.length));
  console.log(`docs/benchmarks.md 已更新。`);
}

function row({ hot, app, floor, ratio, kept }) {
  const times = (side) => (side ? `${side.p50.toFixed(1)} / ${side.p95.toFixed(1)}` : '–');
  const cells = [
    hot.name,
    times(app),
    app.perSecond.toFixed(0),
    app.cpuMs.toFixed(2),
    times(floor),
    floor ? floor.perSecond.toFixed(0) : '–',
    floor ? floor.cpuMs.toFixed(2) : '–',
    floor ? `${ratio.toFixed(1)}×` : '–',
    `${barOf(hot)}${kept ? '' : ' **over**'}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function barOf({ bar, aim, cpuBar, p95Bar, differenceBar }) {
  if (bar) return `≤ ${bar}×${aim ? ` (aim ${aim}×)` : ''}`;
  if (differenceBar) return `difference ≤ ${differenceBar} ms`;
  if (cpuBar) return `CPU ≤ ${cpuBar} ms`;
  return p95Bar ? `p95 ≤ ${p95Bar} ms` : '';
}

function machine() {
  const [cpu] = os.cpus();
  return `${os.cpus().length} cores (${cpu?.model.trim()}), ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, PostgreSQL 18.4`;
}
