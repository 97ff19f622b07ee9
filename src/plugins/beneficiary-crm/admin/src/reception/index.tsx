import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { pagePermissions } from '../app/permissions';
import { ReceptionPage } from './ReceptionPage';

const Reception = () => (
  <Page.Protect permissions={pagePermissions.reception}>
    <Routes>
      <Route index element={<ReceptionPage />} />
      <Route path="visits/:visit" element={<ReceptionPage />} />
    </Routes>
  </Page.Protect>
);

export default Reception;
