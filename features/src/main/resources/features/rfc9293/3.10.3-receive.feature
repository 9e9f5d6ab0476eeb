Feature: RECEIVE
  RFC 9293 section 3.10.3. What has arrived is the application's, whenever it asks, and whatever has happened since: the peer may have
  closed meanwhile. Only when there is no more, the end is told.

  @RFC9293/3.10.3-RECEIVE
  Rule: RECEIVE gives what has arrived
    Scenario Outline: In <state>, data waits until it is asked for
      Given a connection in <state>
      And the endpoint's application takes no data for a while
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      When the endpoint's application calls RECEIVE
      Then the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | ack                    | answer                  | after       |
        | ESTABLISHED after an active open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-1                       | everything but the FIN | an acknowledgment of it | FIN-WAIT-1  |
        | FIN-WAIT-2                       | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    Scenario Outline: In <state>, data waits although the peer has closed, and then comes the end
      Given a connection in <state>
      And the endpoint's application takes no data for a while
      When data and a FIN arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is not told that the peer has closed
      When the endpoint's application calls RECEIVE
      Then the endpoint's application is told of the new octets
      And the endpoint's application is told that the peer has closed
      And the connection is <after>

      Examples:
        | state                            | answer                  | after      |
        | ESTABLISHED after an active open | an acknowledgment of it | CLOSE-WAIT |
        | ESTABLISHED after a passive open | an acknowledgment of it | CLOSE-WAIT |

    Scenario Outline: In <state>, RECEIVE finds nothing and changes nothing
      Given a connection in <state>
      When the endpoint's application calls RECEIVE
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
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

  @RFC9293/3.10.3-WINDOW
  Rule: The peer hears of the room that RECEIVE has made
    Scenario Outline: In <state>, a window that was full opens, and the peer is told
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When the endpoint's application calls RECEIVE
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | answer                 | after       |
        | ESTABLISHED after an active open | news of an open window | ESTABLISHED |
        | ESTABLISHED after a passive open | news of an open window | ESTABLISHED |
        | FIN-WAIT-2                       | news of an open window | FIN-WAIT-2  |

    Scenario Outline: In <state>, CLOSE leaves the window full, and when it opens the peer is told
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When the endpoint's application calls CLOSE
      Then the endpoint answers with its FIN
      When the endpoint's application calls RECEIVE
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | answer                 | after      |
        | ESTABLISHED after an active open | news of an open window | FIN-WAIT-1 |
        | ESTABLISHED after a passive open | news of an open window | FIN-WAIT-1 |
