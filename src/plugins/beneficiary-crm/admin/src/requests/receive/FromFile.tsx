import { Link, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { NavLink } from 'react-router-dom';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Panel } from '../../ui/Panel';
import { Show } from '../../ui/States';
import type { PersonFile } from '../../../../contracts/registry';
import type { Applicant, Draft } from './draft';
import type { StepProps } from './step';

/** What the file knows of the person; a number of an identity is masked there and is not needed again. */
function applicantOf({ name, contacts, city, preferredChannel }: PersonFile): Partial<Applicant> {
  const first = (kind: PersonFile['contacts'][number]['kind']) =>
    (
      contacts.find((contact) => contact.kind === kind && contact.preferred) ??
      contacts.find((contact) => contact.kind === kind)
    )?.value ?? '';
  return {
    name,
    phone: first('mobile'),
    email: first('email'),
    city: city ?? '',
    preferredChannel: preferredChannel ?? '',
  };
}

/** The person in whose file the request will lie. What the file says is filled in, and can be corrected. */
export function FromFile({ person, draft, change }: { person: string } & Fill) {
  const file = useCrm<PersonFile>(`/beneficiaries/${person}`);
  return <Show from={file}>{(data) => <Known {...{ file: data, draft, change }} />}</Show>;
}

interface Fill {
  draft: Draft;
  change: StepProps['change'];
}

function Known({ file, draft, change }: { file: PersonFile } & Fill) {
  const { t } = useWords();
  const untouched = draft.applicant.name === '' && draft.applicant.phone === '';
  useEffect(() => {
    if (untouched)
      change((before) => ({ applicant: { ...before.applicant, ...applicantOf(file) } }));
    // Only where nothing was typed yet: what the officer corrects stays corrected.
  }, [file.id, untouched, change, file]);
  return (
    <Panel title={t('receive.from-file')}>
      <Typography tag="p">
        <Link tag={NavLink} to={paths.person(file.id)}>
          <Bdi>{file.name}</Bdi> · <Bdi dir="ltr">{file.fileNumber}</Bdi>
        </Link>
      </Typography>
    </Panel>
  );
}
