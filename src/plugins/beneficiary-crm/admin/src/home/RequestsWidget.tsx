import { paths } from '../app/paths';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

const views = ['mine', 'overdue', 'unassigned'] as const;

export function RequestsWidget() {
  const { t } = useWords();
  return (
    <HomeWidget>
      {(figures) => (
        <Counts
          counts={views.flatMap((view) => {
            const n = figures[view];
            return n === null
              ? []
              : [
                  {
                    key: view,
                    label: t(`inbox.view.${view}`),
                    n,
                    to: `${paths.requests}?view=${view}`,
                    urgent: view === 'overdue',
                  },
                ];
          })}
        />
      )}
    </HomeWidget>
  );
}
