import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { VisitDetail } from '../../../contracts/reception';
import type { EntryPath } from '../../../contracts/vocabulary';
import { useCommand } from '../app/api';
import { paths } from '../app/paths';
import { useDraft } from '../app/useDraft';
import { useOnceKey } from '../app/useOnceKey';
import { useWords } from '../app/words';
import { useLinkVisit } from './useLinkVisit';
import { hindranceOf } from './hindrance';
import type { Hindrance } from './hindrance';
import { emptyPerson, identityBody, personBody, personMistakes } from './person/draft';
import type { IdentityDraft, PersonDraft } from './person/draft';

export interface NewFileDraft extends PersonDraft {
  identity: IdentityDraft;
  path: EntryPath | '';
  /** files that were looked at and belong to other people */
  differentFrom: string[];
}

const said = ({ name, phone }: VisitDetail): Pick<PersonDraft, 'name' | 'contacts'> => ({
  name,
  contacts: emptyPerson.contacts.map((one) =>
    one.kind === 'mobile' ? { ...one, value: phone ?? '' } : one,
  ),
});

/**
 * The form of a new file: what is typed, what stands in its way, and opening it exactly once. The visit in which
 * it is opened goes to it.
 */
export function useOpenFile(path: EntryPath, visit: VisitDetail | null) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  // A form of its own for each visitor: nobody gets what was typed for another.
  const name = visit ? `file.new.${visit.id}` : 'file.new';
  const link = useLinkVisit();
  const { draft, change, clear } = useDraft<NewFileDraft>(name, {
    ...emptyPerson,
    ...(visit ? said(visit) : {}),
    identity: { type: '', number: '' },
    path: '',
    differentFrom: [],
  });
  const { headersFor, done } = useOnceKey(name);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [hindrance, setHindrance] = useState<Hindrance | null>(null);

  const open = async () => {
    const found = Object.entries(personMistakes(draft));
    setErrors(Object.fromEntries(found.map(([name, message]) => [name, t(message)])));
    if (found.length > 0) return;
    const body = {
      ...personBody(draft),
      ...identityBody(draft.identity),
      path: draft.path || path,
      differentFrom: draft.differentFrom,
    };
    const outcome = await send<{ id: string; fileNumber: string }>(
      '/beneficiaries',
      body,
      headersFor(body),
    );
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      done();
      toggleNotification({
        type: 'success',
        message: t('person.opened', { number: outcome.data.fileNumber }),
      });
      if (visit) {
        const linked = await link(visit.id, outcome.data.id);
        toggleNotification({
          type: linked ? 'success' : 'warning',
          message: t(linked ? 'person.visit-linked' : 'person.visit-not-linked'),
        });
      }
      navigate(paths.person(outcome.data.id), { replace: true });
      // The form was long; the new page begins with the name.
      document.querySelector('main')?.scrollIntoView({ block: 'start' });
      return;
    }
    const { problem } = outcome;
    setErrors(problem.fields);
    setHindrance(hindranceOf(problem));
  };

  return { draft, change, errors, hindrance, busy, open };
}
