import { Box, Typography } from '@strapi/design-system';
import type { PersonFile, RegistryChoices } from '../../../../contracts/registry';
import { consentPurposes, consentWays } from '../../../../contracts/vocabulary';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { NoticeText } from '../../ui/NoticeText';
import { Skeleton } from '../../ui/Skeleton';
import { missing } from './mistakes';
import { useStep } from './useStep';
import type { StepProps } from './useStep';

const ways = consentWays.filter((way) => way !== 'website');

/** What the person agreed to after the notice was read to them, by the version that was read. */
export function ConsentStep({
  choices,
  ...props
}: StepProps & { choices: RegistryChoices | null }) {
  const { t, word } = useWords();
  const { file } = props;
  const { draft, change, take, form } = useStep(props, 'consent', {
    purpose: '',
    how: '',
    authority: '',
  });
  const { purpose, how, authority } = draft;
  const acting = file.authorities.filter(({ valid }) => valid);
  const notice = choices?.notice;
  if (!notice) return <Skeleton lines={2} />;
  return (
    <FormDialog
      {...form}
      title={t('step.consent')}
      explained={t('step.ask.consent')}
      action={t('step.consent')}
      submit={() =>
        void take(
          `/beneficiaries/${file.id}/consents`,
          { purpose, how, noticeVersion: notice.version, authority: authority || undefined },
          missing({ purpose, how }),
        )
      }
    >
      <NoticeText {...notice} />
      <Choice
        name="purpose"
        label={t('step.purpose')}
        required
        value={purpose}
        options={consentPurposes.map((value) => ({ value, label: word('consent_purpose', value) }))}
        change={(chosen) => change({ purpose: chosen })}
        error={form.errors.purpose ?? form.errors.noticeVersion}
      />
      <Choice
        name="how"
        label={t('step.consent-how')}
        required
        value={how}
        options={ways.map((value) => ({ value, label: word('consent_way', value) }))}
        change={(chosen) => change({ how: chosen })}
        error={form.errors.how}
      />
      {acting.length > 0 && (
        <Choice
          name="authority"
          label={t('step.consent-by')}
          empty={t('step.consent-self')}
          value={authority}
          options={acting.map(({ id, holder, holderName }) => ({
            value: id,
            label: holder?.name ?? holderName,
          }))}
          change={(chosen) => change({ authority: chosen })}
          error={form.errors.authority}
        />
      )}
    </FormDialog>
  );
}

/** A consent taken back. What changes by it is said before it is done. */
export function WithdrawStep({
  consent,
  ...props
}: StepProps & { consent: PersonFile['consents'][number] }) {
  const { t, word } = useWords();
  const { file } = props;
  const { draft, change, take, form } = useStep(props, `withdraw.${consent.id}`, {
    how: '',
    note: '',
  });
  const { how, note } = draft;
  return (
    <FormDialog
      {...form}
      title={t('step.withdraw')}
      explained={t('step.ask.withdraw', { purpose: word('consent_purpose', consent.purpose) })}
      action={t('step.withdraw')}
      danger
      submit={() =>
        void take(
          `/beneficiaries/${file.id}/consents/${consent.id}/withdraw`,
          { how, note: note.trim() || undefined },
          missing({ how }),
        )
      }
    >
      <Box background="warning100" hasRadius padding={4}>
        <Typography tag="p" textColor="warning700">
          {consent.effect ?? t(`withdraw-effect.${consent.purpose}`)}
        </Typography>
      </Box>
      <Choice
        name="how"
        label={t('step.withdraw-how')}
        required
        value={how}
        options={ways.map((value) => ({ value, label: word('consent_way', value) }))}
        change={(chosen) => change({ how: chosen })}
        error={form.errors.how}
      />
      <AreaField
        name="note"
        label={t('checklist.note')}
        maxLength={500}
        value={note}
        change={(text) => change({ note: text })}
        error={form.errors.note}
      />
    </FormDialog>
  );
}
