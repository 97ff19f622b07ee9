import { Box, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { AnswerPurpose, AnswerTemplateView } from '../../../../contracts/answers';
import type { Locale, RequestKind } from '../../../../contracts/vocabulary';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { appended, fillGaps } from './prepared';

interface Props {
  purpose: AnswerPurpose;
  kind: RequestKind;
  /** the language in which the applicant is written to */
  language: Locale;
  gaps: { applicantName: string; service: string; reference: string };
  typed: string;
  change: (text: string) => void;
}

/** Puts a prepared text into the field, below what was typed: it is where an answer begins, not the answer. */
export function PreparedAnswers({ purpose, kind, language, gaps, typed, change }: Props) {
  const { t } = useWords();
  const prepared = useCrm<AnswerTemplateView[]>('/answer-templates', { purpose, kind });
  const [said, setSaid] = useState('');
  // Without prepared texts the field is written as ever: no list, no trouble.
  if (!prepared.data || prepared.data.length === 0) return null;
  const insert = (id: string) => {
    const chosen = prepared.data?.find((one) => one.id === id);
    if (!chosen) return;
    change(appended(typed, fillGaps(chosen.text[language], gaps)));
    setSaid(t(typed.trim() === '' ? 'prepared.put' : 'prepared.added', { name: chosen.name }));
  };
  return (
    <Box>
      <Choice
        name={`prepared.${purpose}`}
        label={t('prepared.insert')}
        value=""
        options={prepared.data.map(({ id, name }) => ({ value: id, label: name }))}
        change={insert}
      />
      <Typography tag="p" variant="pi" textColor="neutral600" role="status" paddingTop={1}>
        {said || t('prepared.explained')}
      </Typography>
    </Box>
  );
}
