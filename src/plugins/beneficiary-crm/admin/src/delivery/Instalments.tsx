import { Typography } from '@strapi/design-system';
import type { AllocationView, InstalmentState } from '../../../contracts/delivery';
import { useFormats } from '../app/formats';
import { useWords } from '../app/words';
import { Bdi } from '../ui/Bdi';
import { RowList } from '../ui/RowList';
import { Tag } from '../ui/Tag';
import type { Tone } from '../ui/tones';
import { useMeasure } from './useMeasure';

const tones: Record<InstalmentState, Tone> = {
  delivered: 'success',
  partial: 'secondary',
  overdue: 'danger',
  today: 'primary',
  coming: 'neutral',
};

/** The days on which something is due, each with how it stands. */
export function Instalments({ allocation }: { allocation: AllocationView }) {
  const { t, word } = useWords();
  const { day, hijri } = useFormats();
  const say = useMeasure();
  const { kind, terms, instalments } = allocation;
  return (
    <RowList items={instalments} idOf={({ dueOn }) => dueOn} step={6}>
      {({ dueOn, amount, delivered, state }) => (
        <>
          <div>
            <Typography tag="p">
              <Bdi>{t('common.both-dates', { day: day(dueOn), hijri: hijri(dueOn) })}</Bdi>
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600">
              <Bdi>
                {delivered > 0 && delivered < amount
                  ? t('delivery.of-it', {
                      given: say(kind, delivered, terms?.unit),
                      all: say(kind, amount, terms?.unit),
                    })
                  : say(kind, amount, terms?.unit)}
              </Bdi>
            </Typography>
          </div>
          <Tag tone={tones[state]}>{word('instalment', state)}</Tag>
        </>
      )}
    </RowList>
  );
}
