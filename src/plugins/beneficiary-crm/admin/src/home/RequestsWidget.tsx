import { paths } from '../app/paths';
import { usePermission } from '../app/usePermission';
import { useWords } from '../app/words';
import { Counts } from './Counts';
import { HomeWidget } from './HomeWidget';

const views = ['mine', 'overdue', 'unassigned'] as const;

export function RequestsWidget() {
  const { t } = useWords();
  // Whoever reads the figures has a widget for what is done about them.
  const reads = usePermission('satisfaction.read');
  return (
    <HomeWidget>
      {(figures) => (
        <Counts
          counts={[
            ...views.flatMap((view) => {
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
            }),
            ...(!reads && figures.improvements?.open
              ? [
                  {
                    key: 'improvements',
                    label: t('home.my-improvements'),
                    n: figures.improvements.open,
                    to: paths.improvements,
                  },
                ]
              : []),
          ]}
        />
      )}
    </HomeWidget>
  );
}
