import { Typography } from '@strapi/design-system';
import type { JudgementView } from '../../../../contracts/checking';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';

/** What was said of a file or a paper: the word, its reason, what was seen, by whom and when. */
export function Judgement({ said }: { said: JudgementView }) {
  const { t, word } = useWords();
  const { day, hijri, dayAndTime } = useFormats();
  const parts = [
    word('judgement', said.state),
    said.reason && word('rejection', said.reason),
    said.how && word('sighted', said.how),
    said.validUntil &&
      t('judge.valid-until-was', {
        date: t('common.both-dates', {
          day: day(said.validUntil),
          hijri: hijri(said.validUntil),
        }),
      }),
  ].filter(Boolean);
  return (
    <div>
      <Typography tag="p">{parts.join(' · ')}</Typography>
      {said.reference && (
        <Typography tag="p">
          {t('judge.reference')} <Bdi dir="ltr">{said.reference}</Bdi>
        </Typography>
      )}
      {said.note && (
        <Typography tag="p">
          <Bdi>{said.note}</Bdi>
        </Typography>
      )}
      <Typography tag="p" variant="pi" textColor="neutral600">
        <Bdi>{said.by}</Bdi>
        {' · '}
        <Bdi>{dayAndTime(said.at)}</Bdi>
      </Typography>
    </div>
  );
}
