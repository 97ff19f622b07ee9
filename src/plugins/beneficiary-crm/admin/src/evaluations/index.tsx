import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { CallPage } from './CallPage';
import { CallsPage } from './CallsPage';

const Evaluations = () => (
  <Page.Protect permissions={pagePermissions.evaluations}>
    <Routes>
      <Route index element={<CallsPage />} />
      <Route path=":call" element={<CallPage />} />
    </Routes>
  </Page.Protect>
);

export default Evaluations;
