import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import type { FormDefinition } from '../../../../contracts/website';
import { useCrm } from '../../app/api';
import { useWords } from '../../app/words';
import { Show } from '../../ui/States';
import { Changes } from '../checking/Changes';
import { useAct } from '../checking/useAct';
import { ReadAloud } from '../receive/Calm';
import { unsigned } from '../receive/draft';
import type { Signing } from '../receive/draft';
import { Ways } from '../receive/Ways';

interface Props {
  request: RequestDetail;
  close: () => void;
  reload: () => void;
}

function bodyOf(signing: Signing, signer: string) {
  const { way, name, strokes, codeId, code } = signing;
  const signed = { way, name: name || signer };
  if (way === 'drawn') return { ...signed, strokes };
  return way === 'code' ? { ...signed, codeId, code } : signed;
}

/** The declaration is read aloud and signed anew, where it was not signed or an answer changed (S4). */
export function SignDialog({ request, close, reload }: Props) {
  const { t, word, dir, locale } = useWords();
  const { toggleNotification } = useNotification();
  const { act, busy, changes } = useAct(request, reload);
  const [signing, setSigning] = useState(unsigned);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const form = useCrm<FormDefinition>(`/desk/services/${request.service?.slug ?? ''}`);
  const { name, phone, email } = request.applicant;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!signing.way) return setErrors({ declaration: t('receive.error.way') });
    if (signing.way === 'paper' && !signing.witnessed)
      return setErrors({ 'declaration.witnessed': t('receive.error.witnessed') });
    if (signing.way === 'drawn' && signing.strokes.length === 0)
      return setErrors({ 'declaration.strokes': t('receive.error.strokes') });
    if (signing.way === 'code' && !signing.codeId)
      return setErrors({ 'declaration.code': t('receive.error.code-not-sent') });
    const outcome = await act('sign_declaration', bodyOf(signing, name));
    if (outcome === null) return;
    if (!outcome.ok) {
      const { fields, message } = outcome.problem;
      setErrors(Object.keys(fields).length > 0 ? fields : { declaration: message });
      return;
    }
    toggleNotification({
      type: 'success',
      message: t('action.done', { action: word('action', 'sign_declaration') }),
    });
    close();
  };
  // The server names the fields of a step by themselves, those of a signature under `declaration`.
  const errorAt = (path: string) => errors[path] ?? errors[path.replace('declaration.', '')];

  return (
    <Modal.Root open onOpenChange={(open) => !open && close()}>
      <Modal.Content dir={dir} aria-describedby={undefined}>
        <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
          <Modal.Header closeLabel={t('common.close')}>
            <Modal.Title>{word('action', 'sign_declaration')}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={5}>
              <Changes changes={changes} />
              <Typography tag="p">{t('ask.sign_declaration')}</Typography>
              <Show from={form} lines={4}>
                {({ declaration }) => <ReadAloud lang={locale}>{declaration?.text}</ReadAloud>}
              </Show>
              <Ways
                signing={signing}
                change={(part) => setSigning((before) => ({ ...before, ...part }))}
                applicant={{ name, phone, email: email ?? '' }}
                locale={locale}
                errorAt={errorAt}
              />
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy}>
              {word('action', 'sign_declaration')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
