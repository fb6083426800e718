import { TabRow } from '../layout/tab-row';

interface KindTabsProps<Part extends string> {
  readonly label: string;
  readonly parts: readonly { readonly key: Part; readonly name: string }[];
  readonly current: Part;
  readonly onChoose: (part: Part) => void;
}

/** Parts of the form as tabs. */
export function KindTabs<Part extends string>({ label, parts, current, onChoose }: KindTabsProps<Part>) {
  return (
    <TabRow role="tablist" aria-label={label}>
      {parts.map(({ key, name }) => (
        <button key={key} type="button" role="tab" aria-selected={key === current} onClick={() => onChoose(key)}>
          {name}
        </button>
      ))}
    </TabRow>
  );
}
