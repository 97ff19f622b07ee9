import { Typography } from '@strapi/design-system';
import { useFormats } from '../../app/formats';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Facts } from '../../ui/Facts';
import type { Fact } from '../../ui/Facts';
import { Panel } from '../../ui/Panel';
import { Prose, Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import { outcomeTone } from '../../ui/tones';
import type { ItemProps } from './ItemPage';
import { Motion } from './Motion';

/** What the committee is asked, in a few lines. */
export function Gist(props: ItemProps) {
  const { t, word } = useWords();
  const { study } = props.item.file;
  return (
    <Panel
      title={t('gist.title')}
      aside={
        study && (
          <Tag tone={outcomeTone(study.recommendation)}>
            {t('gist.recommended', { outcome: word('outcome', study.recommendation) })}
          </Tag>
        )
      }
    >
      <GistBody {...props} />
    </Panel>
  );
}

/** The motion, the household, what it needs, and what the researcher found. */
export function GistBody(props: ItemProps) {
  const { t } = useWords();
  const { number, money } = useFormats();
  const { study, city, message } = props.item.file;
  const facts: Fact[] = [];
  const add = (key: string, label: string, value: string | null | undefined) =>
    value && facts.push({ key, label, value: <Bdi>{value}</Bdi> });
  add('city', t('applicant.city'), city);
  if (study) {
    add('household', t('study.householdSize'), number(study.householdSize));
    add('per-head', t('study.incomePerHead'), money(study.incomePerHead));
    if (study.afterRentPerHead !== null)
      add('after-rent', t('study.afterRentPerHead'), money(study.afterRentPerHead));
  }
  add('need', t('gist.first-need'), study?.needs[0]?.what);
  return (
    <Stack>
      <Motion {...props} />
      {facts.length > 0 && <Facts facts={facts} compact />}
      {study ? (
        <>
          <Prose>{study.summary}</Prose>
          {study.grounds && (
            <div>
              <Typography tag="h3" variant="omega" fontWeight="bold">
                {t('study.grounds')}
              </Typography>
              <Prose>{study.grounds}</Prose>
            </div>
          )}
        </>
      ) : (
        <>
          <Typography tag="p" textColor="neutral600">
            {t('gist.no-study')}
          </Typography>
          {message && <Prose>{message}</Prose>}
        </>
      )}
    </Stack>
  );
}
