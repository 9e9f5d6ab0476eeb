Feature: ABORT
  RFC 9293 section 3.10.5. An application that gives up tells the other side with a reset, unless that knows of no connection yet or
  has closed already. There is no connection afterwards.

  @RFC9293/3.10.5-ABORT
  Rule: ABORT sends a reset where the peer has a connection
    Scenario Outline: In <state>, ABORT ends the connection
      Given a connection in <state>
      When the endpoint's application calls ABORT
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                                  | answer                       | after  |
        | SYN-SENT                               | nothing                      | CLOSED |
        | SYN-RECEIVED after a simultaneous open | a reset with its next number | CLOSED |
        | ESTABLISHED after an active open       | a reset with its next number | CLOSED |
        | ESTABLISHED after a passive open       | a reset with its next number | CLOSED |
        | FIN-WAIT-1                             | a reset with its next number | CLOSED |
        | FIN-WAIT-2                             | a reset with its next number | CLOSED |
        | CLOSE-WAIT                             | a reset with its next number | CLOSED |
        | CLOSING                                | nothing                      | CLOSED |
        | LAST-ACK                               | nothing                      | CLOSED |
        | TIME-WAIT                              | nothing                      | CLOSED |

  @RFC9293/3.10.5-FLUSH
  Rule: What waits to be sent again goes with the connection
    Scenario Outline: In <state>, after <call> and ABORT nothing is sent again
      Given a connection in <state>
      And the endpoint's application calls <call>
      When the endpoint's application calls ABORT
      Then the endpoint never sends anything more

      Examples:
        | state                            | call  |
        | ESTABLISHED after an active open | SEND  |
        | ESTABLISHED after a passive open | SEND  |
        | ESTABLISHED after a passive open | CLOSE |
        | CLOSE-WAIT                       | SEND  |
        | CLOSE-WAIT                       | CLOSE |
        | SYN-SENT                         | SEND  |

    Scenario Outline: In <state>, after <call> and a reset nothing is sent again
      Given a connection in <state>
      And the endpoint's application calls <call>
      When a reset arrives at the left edge
      Then the endpoint never sends anything more

      Examples:
        | state                            | call  |
        | ESTABLISHED after an active open | SEND  |
        | ESTABLISHED after a passive open | CLOSE |
        | CLOSE-WAIT                       | SEND  |
