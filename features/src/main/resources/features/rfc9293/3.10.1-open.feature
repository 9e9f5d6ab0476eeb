Feature: OPEN
  RFC 9293 section 3.10.1. A connection is known by its two sockets, so there is one between them at most. Who opens it again is told
  so, and the one that there is goes on as if nothing had been asked.

  @RFC9293/3.10.1-OPEN
  Rule: OPEN of a connection that exists is an error
    Scenario Outline: In <state>, OPEN is refused
      Given a connection in <state>
      When the endpoint's application calls OPEN
      Then the call is refused
      And the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-SENT                               | nothing | SYN-SENT     |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |
