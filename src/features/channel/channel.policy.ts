import { roleAllows, type Actor } from '../../core/actor.js';

/** What the policy looks at. */
export interface ChannelFacts {
  /** It belongs to one team; otherwise to the whole organization. */
  readonly isOfTeam: boolean;
  /** The actor leads that team. */
  readonly isLead: boolean;
}

/**
 * Whether the actor may see and keep a channel: those who lead a team keep its channels,
 * administrators all. Nobody else sees any: what is said there they see in the chat.
 */
export function mayKeepChannel(actor: Actor, { isOfTeam, isLead }: ChannelFacts): boolean {
  return keepsAllChannels(actor) || (isOfTeam && isLead && roleAllows(actor, 'edit'));
}

/** Whether the actor may keep every channel. */
export function keepsAllChannels(actor: Actor): boolean {
  return roleAllows(actor, 'edit') && (actor.kind === 'operator' || isAdministrator(actor));
}

const isAdministrator = (actor: Actor): boolean =>
  actor.kind === 'person' && actor.role === 'ADMIN';
