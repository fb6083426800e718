import { styled } from '@mui/material/styles';
import type { ImportJobDetail } from '@anju/domain/contracts';
import { Icon } from '../theme/icon';
import { colour } from '../theme/tokens';
import { dateTimeText } from '../vocabulary/numbers';

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
    <Notes aria-label="说明">
      {notes.map((note) => (
        <li key={note}>
          <Icon name="info" />
          <span>{note}</span>
        </li>
      ))}
    </Notes>
  );
}

function notesOf({ facts, sameFileAs }: ImportJobDetail): readonly string[] {
  const leftOut = facts?.columns.filter(({ takenFor }) => takenFor === null).map(({ title }) => title) ?? [];
  return [
    sameFileAs && `这份文件已于 ${dateTimeText(sameFileAs.committedAt)} 导入过（第 ${sameFileAs.id} 号）。`,
    facts?.isCorrection && '这是更正后的错误表：只处理表中的户，不判断其他户是否已从名单中消失。',
    facts &&
      facts.otherSheets.length > 0 &&
      `工作簿有多张工作表，只读取第一张“${facts.sheet ?? ''}”，未读取：${facts.otherSheets.join('、')}。`,
    facts?.mergedCells &&
      '工作表中有合并单元格：合并区域只有左上角一格有内容，其余行会被当作空白，请取消合并后逐行填写。',
    facts &&
      facts.columns.length > 0 &&
      `已识别列：${facts.columns.flatMap(({ title, takenFor }) => (takenFor === null ? [] : title === takenFor ? [title] : [`${title}→${takenFor}`])).join('、')}。`,
    leftOut.length > 0 && `未使用的列：${leftOut.join('、')}。`,
  ].filter((note) => typeof note === 'string');
}
