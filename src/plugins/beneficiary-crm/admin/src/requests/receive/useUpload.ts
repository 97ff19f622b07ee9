import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { DataEnvelope } from '../../../../contracts/common';
import type { UploadReceipt } from '../../../../contracts/website';
import { crmUrl } from '../../app/api';
import { describeProblem } from '../../app/problem';
import { useWords } from '../../app/words';

interface Panel {
  strapi: { backendURL: string };
}

/** Sends one file, telling how much has gone (0…1). XMLHttpRequest, because fetch cannot tell. */
export function useUpload(done: (receipt: UploadReceipt) => void) {
  const token = useAuth('beneficiary-crm', (state) => state.token);
  const { t, locale } = useWords();
  const [share, setShare] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const underWay = useRef<XMLHttpRequest | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);

  const fail = (response: unknown) => {
    setShare(null);
    setTrouble(describeProblem({ response: { data: response } }, t('common.unreachable')).message);
  };

  function send(file: File): void {
    if (underWay.current) return;
    const request = new XMLHttpRequest();
    underWay.current = request;
    setTrouble(null);
    setShare(0);
    const { backendURL } = (window as unknown as Panel).strapi;
    request.open('POST', `${backendURL}${crmUrl('/desk/uploads', locale)}`);
    request.setRequestHeader('Authorization', `Bearer ${token ?? ''}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => setShare(total ? loaded / total : 0);
    request.onloadend = () => {
      underWay.current = null;
      if (request.status !== 201) return fail(request.response);
      setShare(null);
      done((request.response as DataEnvelope<UploadReceipt>).data);
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  }
  return { send, share, trouble };
}
