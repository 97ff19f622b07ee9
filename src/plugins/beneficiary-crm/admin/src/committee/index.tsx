import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { ItemPage } from './ItemPage';
import { SessionPage } from './SessionPage';
import { SessionsPage } from './SessionsPage';

const Committee = () => (
  <Page.Protect permissions={pagePermissions.committee}>
    <Routes>
      <Route index element={<SessionsPage />} />
      <Route path=":session" element={<SessionPage />} />
      <Route path=":session/items/:item" element={<ItemPage />} />
    </Routes>
  </Page.Protect>
);

export default Committee;
