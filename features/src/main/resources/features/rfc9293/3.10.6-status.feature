Feature: STATUS
  RFC 9293 section 3.10.6. A stack that lets its users look inside tells them the state, and the true one.

  @RFC9293/3.10.6-STATUS
  Rule: STATUS tells the state
    @needs:INSPECT
    Scenario Outline: In <state>, STATUS says so
      Given a connection in <state>
      Then STATUS says <after>

      Examples:
        | state                                  | after        |
        | SYN-SENT                               | SYN-SENT     |
        | SYN-RECEIVED after a simultaneous open | SYN-RECEIVED |
        | ESTABLISHED after an active open       | ESTABLISHED  |
        | ESTABLISHED after a passive open       | ESTABLISHED  |
        | FIN-WAIT-1                             | FIN-WAIT-1   |
        | FIN-WAIT-2                             | FIN-WAIT-2   |
        | CLOSE-WAIT                             | CLOSE-WAIT   |
        | CLOSING                                | CLOSING      |
        | LAST-ACK                               | LAST-ACK     |
        | TIME-WAIT                              | TIME-WAIT    |
