-- The first answers to requests that may be repeated, kept with what they answer.
create table first_answer (
    person          varchar(60)      not null,
    idempotency_key varchar(255)     not null,
    request_digest  varchar(64)      not null,
    status          integer          not null,
    location        varchar(1000)    not null,
    body            varchar(1000000) not null,
    constraint first_answer_key primary key (person, idempotency_key)
);
