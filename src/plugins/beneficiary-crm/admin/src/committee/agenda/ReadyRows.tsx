import { Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useWords } from '../../app/words';
import { RowList } from '../../ui/RowList';
import { About } from './About';
import type { Known } from './About';

interface Props {
  ready: Known[];
  add: (one: Known) => void;
}

/** What is ready and stands on no agenda, the nearest promise first. */
export function ReadyRows({ ready, add }: Props) {
  const { t } = useWords();
  return (
    <section aria-label={t('agenda.ready')}>
      <Typography tag="h3" variant="omega" fontWeight="bold">
        {t('agenda.ready')}
      </Typography>
      {ready.length === 0 ? (
        <Typography tag="p" textColor="neutral600">
          {t('agenda.nothing-more')}
        </Typography>
      ) : (
        <RowList items={ready} idOf={({ request }) => request} step={10}>
          {(one) => [
            <div key="about">
              <About known={one} />
            </div>,
            <Button
              key="add"
              type="button"
              variant="secondary"
              size="S"
              startIcon={<Plus aria-hidden />}
              aria-label={t('agenda.add', { name: one.applicantName })}
              onClick={() => add(one)}
            >
              {t('agenda.add-short')}
            </Button>,
          ]}
        </RowList>
      )}
    </section>
  );
}
