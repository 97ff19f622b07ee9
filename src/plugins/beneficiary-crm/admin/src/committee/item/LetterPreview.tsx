import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { AgendaItemDetail } from '../../../../contracts/items';
import type { DecisionOutcome } from '../../../../contracts/vocabulary';
import { letter as arabic } from '../../../../server/templates/texts.ar.json';
import { letter as english } from '../../../../server/templates/texts.en.json';
import { useWords } from '../../app/words';
import { Prose } from '../../ui/Prose';
import { fillGaps, unbroken } from './letter';

const Sheet = styled.article`
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  padding: ${({ theme }) => theme.spaces[4]};
  display: flex;
  flex-direction: column;
  gap: ${({ theme }) => theme.spaces[3]};
  overflow-wrap: anywhere;
  line-height: 1.8;
`;

interface Props {
  item: AgendaItemDetail;
  outcome: DecisionOutcome;
  reason: string;
}

/** The letter as the applicant will read it, in their language and in the letter's own words, while it is written. */
export function LetterPreview({ item, outcome, reason }: Props) {
  const { t } = useWords();
  const { locale, service } = item.writtenTo;
  const words = locale === 'ar' ? arabic : english;
  const appeal = item.file.appealed;
  const opening = fillGaps(appeal ? words.openings.panel : words.openings.committee, {
    reference: unbroken(item.reference),
    other: unbroken(appeal?.reference ?? ''),
    service,
  });
  const decision = words.decisions[appeal ? (`appeal_${outcome}` as const) : outcome];
  const conditions = outcome === 'accepted' ? item.motion.conditions : null;
  return (
    <section aria-label={t('letter.preview')}>
      <Typography tag="h3" variant="omega" fontWeight="bold" paddingBottom={2}>
        {t('letter.preview')}
      </Typography>
      <Sheet lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'} data-testid="letter">
        <Typography tag="p">
          {words.to}: <strong>{item.applicantName}</strong>
        </Typography>
        <Typography tag="p">{words.greeting}</Typography>
        <Typography tag="p">{opening}</Typography>
        <Typography tag="p" variant="delta">
          {decision}
        </Typography>
        <div>
          <Typography tag="p" fontWeight="bold">
            {words.reason}
          </Typography>
          <Prose>{reason.trim() || '…'}</Prose>
        </div>
        {conditions && (
          <div>
            <Typography tag="p" fontWeight="bold">
              {t('motion.conditions')}
            </Typography>
            <Prose>{conditions}</Prose>
          </div>
        )}
      </Sheet>
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
        {t('letter.follows')}
      </Typography>
    </section>
  );
}
