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
        | LISTEN                                 | nothing | CLOSED     |
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

    Scenario: After CLOSE in LISTEN nobody listens
      Given a connection in LISTEN
      And the endpoint's application calls CLOSE
      When a SYN arrives at any number
      Then the endpoint answers with a reset that fits
      And the connection is CLOSED

    Scenario: Who had asked before is not connected after CLOSE
      Given a connection in SYN-RECEIVED after a passive open
      And the endpoint's application calls CLOSE
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the endpoint's application is told nothing

    Scenario: Who is connected stays so, although nobody listens any more
      Given a connection in ESTABLISHED after a passive open
      When the endpoint's application calls CLOSE where it listens
      Then the endpoint answers with nothing
      And the endpoint's application is told nothing
      And the connection is ESTABLISHED

    Scenario Outline: In <state>, a CLOSE that waits for data to be sent is not forgotten
      Given a connection in <state>
      And the peer takes its window back
      And the endpoint's application sends any data, and nobody answers
      And the endpoint's application closes when everything is sent
      When the peer opens its window
      And the peer answers again
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint sends the end of its stream

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |
        | CLOSE-WAIT                       |

    @patience
    Scenario Outline: In <state>, a CLOSE that waits for the connection is not forgotten
      Given a connection in <state>
      And the endpoint's application sends any data, and nobody answers
      And the endpoint's application closes when everything is sent
      And the peer answers again
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the peer receives exactly what the endpoint's application sent
      And the endpoint sends the end of its stream
      When the peer closes
      Then the endpoint acknowledges everything that the peer has sent
      And in the end the connection is <after>

      Examples:
        | state                                  | after  |
        | SYN-RECEIVED after a simultaneous open | CLOSED |
