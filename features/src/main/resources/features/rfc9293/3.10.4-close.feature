Feature: CLOSE
  RFC 9293 section 3.10.4. To close is to say that nothing more comes, once: a FIN leaves behind all data. A connection that was never
  there goes without a word, and who closes again must not send a second FIN.

  @RFC9293/3.10.4-CLOSE
  Rule: CLOSE sends a FIN, once
    Scenario Outline: In <state>, CLOSE leads to <after>
      Given a connection in <state>
      When the endpoint's application calls CLOSE
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after      |
        | SYN-SENT                               | nothing | CLOSED     |
        | SYN-RECEIVED after a simultaneous open | its FIN | FIN-WAIT-1 |
        | ESTABLISHED after an active open       | its FIN | FIN-WAIT-1 |
        | ESTABLISHED after a passive open       | its FIN | FIN-WAIT-1 |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1 |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2 |
        | CLOSE-WAIT                             | its FIN | LAST-ACK   |
        | CLOSING                                | nothing | CLOSING    |
        | LAST-ACK                               | nothing | LAST-ACK   |
        | TIME-WAIT                              | nothing | TIME-WAIT  |
