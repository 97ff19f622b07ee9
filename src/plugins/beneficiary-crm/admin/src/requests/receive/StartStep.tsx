import { Field } from '@strapi/design-system';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Choice } from '../../ui/Choice';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import {
  channelSlugs,
  contactChannels,
  identityTypes,
  locales,
  requestKinds,
} from '../../../../contracts/vocabulary';
import type { ServiceSummary } from '../../../../contracts/website';
import type { Applicant, Draft } from './draft';
import type { StepProps } from './step';

type Line = 'name' | 'phone' | 'email' | 'city' | 'idNumber';
const modes: Partial<Record<Line, 'tel' | 'email' | 'numeric'>> = {
  phone: 'tel',
  email: 'email',
  idNumber: 'numeric',
};

/** By which channel, for what, and for whom. */
export function StartStep({ draft, change, errorAt }: Omit<StepProps, 'definition'>) {
  const { t, word, locale } = useWords();
  const services = useCrm<ServiceSummary[]>('/desk/services', { locale: draft.locale });
  const { applicant } = draft;
  const about = (part: Partial<Applicant>) =>
    change((before) => ({ applicant: { ...before.applicant, ...part } }));
  const line = (key: Line, maxLength: number, hint?: string) => (
    <Field.Root
      name={key}
      required={key === 'name' || key === 'phone'}
      error={errorAt(`applicant.${key}`)}
      hint={hint}
    >
      <Field.Label>
        {key === 'name' || key === 'phone'
          ? t(`receive.${key}`)
          : t('form.optional', { label: t(`receive.${key}`) })}
      </Field.Label>
      <Field.Input
        value={applicant[key]}
        maxLength={maxLength}
        inputMode={modes[key]}
        autoComplete="off"
        dir={modes[key] ? 'ltr' : 'auto'}
        onChange={(event) => about({ [key]: event.target.value })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );

  return (
    <>
      <Panel title={t('receive.what')}>
        <Stack>
          <Choice
            name="channel"
            label={t('receive.channel')}
            required
            value={draft.channel}
            error={errorAt('channel')}
            options={channelSlugs.map((value) => ({ value, label: word('channel', value) }))}
            change={(channel) => change({ channel: channel as Draft['channel'] })}
          />
          <Choice
            name="kind"
            label={t('receive.kind')}
            required
            value={draft.kind}
            error={errorAt('kind')}
            options={requestKinds
              .filter((kind) => kind !== 'appeal')
              .map((value) => ({ value, label: word('kind', value) }))}
            change={(kind) => change({ kind: kind as Draft['kind'] })}
          />
          {draft.kind === 'assistance' && (
            <Show from={services} lines={2}>
              {(offered) => (
                <Choice
                  name="service"
                  label={t('receive.service')}
                  required
                  value={draft.service}
                  error={errorAt('service')}
                  options={offered.map(({ slug, name }) => ({ value: slug, label: name }))}
                  change={(service) => change({ service })}
                />
              )}
            </Show>
          )}
          <Choice
            name="locale"
            label={t('receive.locale')}
            value={draft.locale}
            options={locales.map((value) => ({
              value,
              label: new Intl.DisplayNames(locale, { type: 'language' }).of(value) ?? value,
            }))}
            change={(chosen) => change({ locale: chosen as Draft['locale'] })}
          />
        </Stack>
      </Panel>
      <Panel title={t('receive.who')}>
        <Stack>
          {line('name', 120, t('receive.name-hint'))}
          {line('phone', 40, t('receive.phone-hint'))}
          {line('email', 200)}
          {line('city', 80)}
          {draft.kind === 'assistance' && (
            <>
              <Choice
                name="idType"
                label={t('form.optional', { label: t('receive.idType') })}
                empty={t('receive.no-identity')}
                value={applicant.idType}
                error={errorAt('applicant.idType')}
                options={identityTypes.map((value) => ({ value, label: word('identity', value) }))}
                change={(idType) => about(idType ? { idType } : { idType, idNumber: '' })}
              />
              {applicant.idType && line('idNumber', 40, t('receive.id-hint'))}
            </>
          )}
          <Choice
            name="preferredChannel"
            label={t('form.optional', { label: t('receive.preferred') })}
            empty={t('receive.any-channel')}
            value={applicant.preferredChannel}
            options={contactChannels.map((value) => ({ value, label: word('contact', value) }))}
            change={(preferredChannel) => about({ preferredChannel })}
          />
        </Stack>
      </Panel>
    </>
  );
}
