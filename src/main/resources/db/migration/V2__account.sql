-- CO2 accounts, as decisions need them.
create table account (
    number                          varchar(32) not null,
    condition                       varchar(20) not null,
    scheme                          varchar(20) not null,
    status                          varchar(20) not null,
    auto_accepts_at_or_below_target boolean     not null,
    auto_accepts_above_target       boolean     not null,
    constraint account_number primary key (number)
);
