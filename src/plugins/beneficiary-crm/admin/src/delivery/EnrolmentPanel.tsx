import type { EnrolmentCheck } from '../../../contracts/delivery';
import { useWords } from '../app/words';
import { Panel } from '../ui/Panel';
import { RowList } from '../ui/RowList';
import { Tag } from '../ui/Tag';
import { Typography } from '@strapi/design-system';
import type { Tone } from '../ui/tones';

const tones: Record<EnrolmentCheck['items'][number]['state'], Tone> = {
  there: 'success',
  missing: 'warning',
  expired: 'warning',
  not_needed: 'neutral',
};

/** S6: what a complete enrolment holds, and what is still missing; what blocks says so. */
export function EnrolmentPanel({ check }: { check: EnrolmentCheck }) {
  const { t, word } = useWords();
  return (
    <Panel title={t('delivery.before-enrolment')}>
      <RowList items={check.items} idOf={({ name }) => name}>
        {({ name, state, blocks }) => (
          <>
            <div>
              <Typography tag="p">{word('enrolment', name)}</Typography>
              {state !== 'there' && state !== 'not_needed' && (
                <Typography tag="p" variant="pi" textColor="neutral600">
                  {t(`delivery.fill.${name}`)}
                </Typography>
              )}
            </div>
            <Tag tone={blocks ? 'danger' : tones[state]}>
              {blocks ? t('delivery.must-be-there') : word('enrolment_state', state)}
            </Tag>
          </>
        )}
      </RowList>
    </Panel>
  );
}
