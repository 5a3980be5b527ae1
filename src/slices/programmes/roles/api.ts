/** Who does what in a programme, for programs. */
import { z } from 'zod';
import { type Endpoint, endpoint } from '#http/api/endpoint.ts';
import { listOf, pageOf, paging } from '#http/api/paging.ts';
import { instant, slug } from '#http/api/shapes.ts';
import { email, linkTokenOf, personName } from '#slices/people/index.ts';
import { type Role, roleOfApi } from '../schemas.ts';
import { programmeForManager } from '../views.ts';
import { invite, withdrawInvitation, withdrawRole } from './roles.ts';
import { openInvitations, peopleOfProgramme } from './views.ts';

const address = z.object({ programme: slug });

type ToldRole = z.output<typeof roleOfApi>;
const isTold = (one: string): one is ToldRole => roleOfApi.safeParse(one).success;

/** As far as programs know roles: those to a chapter stand with the chapters, and who screens came later than the words they read. */
function told<R extends { readonly role: Role | 'chapter-manager' }>(all: readonly R[]): (Omit<R, 'role'> & { readonly role: ToldRole })[] {
  return all.flatMap(({ role, ...one }) => (isTold(role) ? [{ ...one, role }] : []));
}

export const rolesApi: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/people',
    id: 'listRoles',
    subject: 'people',
    summary: 'Who has which role',
    scope: 'read:people',
    params: address,
    query: z.object(paging),
    answer: listOf(z.object({ person: z.uuid(), name: z.string(), email: z.string(), role: roleOfApi, since: instant })),
    run: async (ctx, { params, query }) => {
      const { id } = await programmeForManager(ctx, params.programme);
      const { items, next } = pageOf(told(await peopleOfProgramme(ctx, id)), query, {
        keyOf: (one) => one.role,
        idOf: (one) => one.person,
      });
      return { body: { items, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/manage/programmes/{programme}/people/{person}/roles/{role}',
    id: 'withdrawRole',
    subject: 'people',
    summary: 'Take a role away',
    text: 'With the next request of that person, or of a key of theirs, it is gone.',
    scope: 'write:people',
    params: z.object({ programme: slug, person: z.uuid(), role: roleOfApi }),
    status: 204,
    operation: withdrawRole,
    refusals: ['programmes.role-not-held'],
    run: async (ctx, { params }) => {
      const { id: programme } = await programmeForManager(ctx, params.programme);
      await withdrawRole(ctx, { programme, person: params.person, role: params.role });
      return { body: undefined };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/manage/programmes/{programme}/invitations',
    id: 'listInvitations',
    subject: 'people',
    summary: 'Invitations to a role nobody has answered yet',
    scope: 'read:people',
    params: address,
    query: z.object(paging),
    answer: listOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        role: roleOfApi,
        sentAt: instant,
        expiresAt: instant,
      }),
    ),
    run: async (ctx, { params, query }) => {
      const { id } = await programmeForManager(ctx, params.programme);
      const { items, next } = pageOf(told((await openInvitations(ctx, id)).map(({ chapter: _chapter, ...one }) => one)), query, {
        keyOf: ({ sentAt }) => sentAt.toISOString(),
        idOf: (one) => one.id,
      });
      return { body: { items, next: next ?? null }, next };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/manage/programmes/{programme}/invitations',
    id: 'invite',
    subject: 'people',
    summary: 'Invite somebody to a role',
    text: 'They get a mail with a link. Inviting again replaces it.',
    scope: 'write:people',
    params: address,
    body: z.object({ email, name: personName, role: roleOfApi }),
    status: 201,
    answer: z.object({ invitation: z.uuid() }),
    operation: invite,
    refusals: ['programmes.role-held'],
    run: async (ctx, { params, body }) => {
      const { id: programme } = await programmeForManager(ctx, params.programme);
      const made = await invite(ctx, { programme, ...body, token: linkTokenOf(`api ${ctx.key ?? ''}`, body.email) });
      return { body: made, location: `/manage/programmes/${params.programme}/invitations` };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/manage/programmes/{programme}/invitations/{invitation}',
    id: 'withdrawInvitation',
    subject: 'people',
    summary: 'Withdraw an invitation',
    scope: 'write:people',
    params: z.object({ programme: slug, invitation: z.uuid() }),
    status: 204,
    operation: withdrawInvitation,
    refusals: ['programmes.invitation-not-open'],
    run: async (ctx, { params }) => {
      const { id: programme } = await programmeForManager(ctx, params.programme);
      await withdrawInvitation(ctx, { programme, invitation: params.invitation });
      return { body: undefined };
    },
  }),
];
