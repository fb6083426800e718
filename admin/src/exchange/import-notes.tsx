import { styled } from '@mui/material/styles';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { t } from '../language/t';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { countText, dateTimeText } from '../vocabulary/numbers';

const Notes = styled('ul')({
  display: 'grid',
  gap: 4,
  color: colour.ink2,
  '& li': { display: 'flex', gap: 6 },
  '& svg': { marginTop: 2, color: colour.ink3 },
});

/** How the file was understood: what a user must know before saying yes. */
export function ImportNotes({ job }: { readonly job: ImportJobDetail }) {
  const notes = notesOf(job);
  if (notes.length === 0) return null;
  return (
    <Notes aria-label={t('说明')}>
      {notes.map((note) => (
        <li key={note}>
          <Icon name="info" />
          <span>{note}</span>
        </li>
      ))}
    </Notes>
  );
}

function notesOf(job: ImportJobDetail): readonly string[] {
  const { facts, sameFileAs } = job;
  const leftOut = facts?.columns.filter(({ takenFor }) => takenFor === null).map(({ title }) => title) ?? [];
  return [
    sameFileAs &&
      t('这份文件已于 {committedAt} 导入过（第 {id} 号）。', {
        committedAt: dateTimeText(sameFileAs.committedAt),
        id: sameFileAs.id,
      }),
    facts?.isCorrection && t('这是更正后的错误表：只处理表中的内容，不判断其他的是否已从名单中消失。'),
    facts &&
      facts.otherSheets.length > 0 &&
      t('工作簿有多张工作表，只读取第一张“{sheet}”，未读取：{otherSheets}。', {
        sheet: facts.sheet ?? '',
        otherSheets: facts.otherSheets.join(t('、')),
      }),
    facts?.mergedCells &&
      t('工作表中有合并单元格：合并区域只有左上角一格有内容，其余行会被当作空白，请取消合并后逐行填写。'),
    facts?.formulas && t('工作表中有公式：按保存时的计算结果读取。'),
    job.kept !== null &&
      job.kept > 0 &&
      t('人工更正过的 {kept} 处与名单不同，保持更正后的内容。', { kept: countText(job.kept) }),
    facts &&
      facts.columns.length > 0 &&
      t('已识别列：{columns}。', {
        columns: facts.columns
          .flatMap(({ title, takenFor }) =>
            takenFor === null ? [] : title === takenFor ? [title] : [`${title}→${takenFor}`],
          )
          .join(t('、')),
      }),
    leftOut.length > 0 && t('未使用的列：{leftOut}。', { leftOut: leftOut.join(t('、')) }),
  ].filter((note) => typeof note === 'string');
}
