-- Notices to holders and to the agency: posted with what they tell of, and sent later.
create table notice (
    id           varchar(26)                 not null,
    kind         varchar(40)                 not null,
    -- the account that it is about; empty where it is about none
    account      varchar(32)                 not null,
    -- empty for the agency's own address
    recipient    varchar(254)                not null,
    subject      varchar(200)                not null,
    text         varchar(20000)              not null,
    once         varchar(200)                not null,
    posted_at    timestamp(3) with time zone not null,
    state        varchar(10)                 not null,
    tries        integer                     not null,
    -- not tried before this moment; whoever claims a notice sets it to the end of the claim
    due_at       timestamp(3) with time zone not null,
    failure      varchar(500)                not null,
    delivered_at timestamp(3) with time zone,
    constraint notice_id primary key (id),
    constraint notice_once unique (once)
);
create index notice_due on notice (state, due_at);
create index notice_in_state on notice (state, id);
create index notice_about on notice (account, id);
