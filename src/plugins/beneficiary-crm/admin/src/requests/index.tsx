import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { InboxPage } from './InboxPage';
import { RequestPage } from './RequestPage';

const Requests = () => (
  <Page.Protect permissions={pagePermissions.requests}>
    <Routes>
      <Route index element={<InboxPage />} />
      <Route path=":id" element={<RequestPage />} />
    </Routes>
  </Page.Protect>
);

export default Requests;
