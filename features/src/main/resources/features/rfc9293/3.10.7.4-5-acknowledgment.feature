Feature: SEGMENT ARRIVES in the other states, fifth: the acknowledgment
  RFC 9293 section 3.10.7.4. Only what was sent can be acknowledged. What is acknowledged moves the connection on: to ESTABLISHED,
  and from the FIN to its end.

  @RFC9293/3.10.7.4-ACK
  Rule: Fifth, check the ACK field
    Scenario Outline: In <state>, data without ACK is dropped
      Given a connection in <state>
      When data without ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    Scenario Outline: In <state>, a FIN without ACK is dropped
      Given a connection in <state>
      When a FIN without ACK arrives at the left edge
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer  | after        |
        | SYN-RECEIVED after a passive open      | nothing | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing | SYN-RECEIVED |
        | ESTABLISHED after an active open       | nothing | ESTABLISHED  |
        | ESTABLISHED after a passive open       | nothing | ESTABLISHED  |
        | FIN-WAIT-1                             | nothing | FIN-WAIT-1   |
        | FIN-WAIT-2                             | nothing | FIN-WAIT-2   |
        | CLOSE-WAIT                             | nothing | CLOSE-WAIT   |
        | CLOSING                                | nothing | CLOSING      |
        | LAST-ACK                               | nothing | LAST-ACK     |
        | TIME-WAIT                              | nothing | TIME-WAIT    |

    Scenario Outline: In <state>, an acknowledgment of <ack> does not fit the SYN
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | ack                 | answer                                    | after        |
        | SYN-RECEIVED after a passive open      | nothing new         | a reset that fits                         | SYN-RECEIVED |
        | SYN-RECEIVED after a passive open      | what was never sent | a reset that fits or what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | nothing new         | a reset that fits                         | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what was never sent | a reset that fits or what it expects next | SYN-RECEIVED |

    Scenario Outline: In <state>, the acknowledgment of the SYN completes the handshake
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told that it is connected
      And the connection is <after>

      Examples:
        | state                                  | answer  | after       |
        | SYN-RECEIVED after a passive open      | nothing | ESTABLISHED |
        | SYN-RECEIVED after a simultaneous open | nothing | ESTABLISHED |

    Scenario Outline: In <state>, <segment> acknowledging what was never sent is answered and dropped
      Given a connection in <state>
      When <segment> arrives at the left edge, acknowledging what was never sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | answer               | after       |
        | ESTABLISHED after an active open | an acknowledgment | what it expects next | ESTABLISHED |
        | ESTABLISHED after an active open | data              | what it expects next | ESTABLISHED |
        | ESTABLISHED after an active open | a FIN             | what it expects next | ESTABLISHED |
        | ESTABLISHED after a passive open | an acknowledgment | what it expects next | ESTABLISHED |
        | ESTABLISHED after a passive open | data              | what it expects next | ESTABLISHED |
        | ESTABLISHED after a passive open | a FIN             | what it expects next | ESTABLISHED |
        | FIN-WAIT-1                       | an acknowledgment | what it expects next | FIN-WAIT-1  |
        | FIN-WAIT-1                       | data              | what it expects next | FIN-WAIT-1  |
        | FIN-WAIT-1                       | a FIN             | what it expects next | FIN-WAIT-1  |
        | FIN-WAIT-2                       | an acknowledgment | what it expects next | FIN-WAIT-2  |
        | FIN-WAIT-2                       | data              | what it expects next | FIN-WAIT-2  |
        | FIN-WAIT-2                       | a FIN             | what it expects next | FIN-WAIT-2  |

    Scenario Outline: In <state>, where the peer has closed, what was never sent is acknowledged in vain
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging what was never sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state      | answer                          | after      |
        | CLOSE-WAIT | what it expects next            | CLOSE-WAIT |
        | CLOSING    | what it expects next            | CLOSING    |
        | LAST-ACK   | what it expects next or nothing | LAST-ACK   |
        | TIME-WAIT  | what it expects next or nothing | TIME-WAIT  |

    Scenario Outline: In <state>, an acknowledgment of <ack> leads to <after>
      Given a connection in <state>
      When an acknowledgment arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | ack                    | answer                          | after       |
        | ESTABLISHED after an active open | everything sent        | nothing                         | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent        | nothing                         | ESTABLISHED |
        | FIN-WAIT-1                       | everything sent        | nothing                         | FIN-WAIT-2  |
        | FIN-WAIT-1                       | everything but the FIN | nothing                         | FIN-WAIT-1  |
        | FIN-WAIT-2                       | everything sent        | nothing                         | FIN-WAIT-2  |
        | CLOSE-WAIT                       | everything sent        | nothing                         | CLOSE-WAIT  |
        | CLOSING                          | everything sent        | nothing                         | TIME-WAIT   |
        | CLOSING                          | everything but the FIN | nothing                         | CLOSING     |
        | LAST-ACK                         | everything sent        | nothing                         | CLOSED      |
        | LAST-ACK                         | everything but the FIN | nothing                         | LAST-ACK    |
        | TIME-WAIT                        | everything sent        | nothing or what it expects next | TIME-WAIT   |

    Scenario: In LAST-ACK, the acknowledgment of the FIN leaves nothing to wait for
      Given a connection in LAST-ACK
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the endpoint answers with nothing
      And in the end the endpoint's application is told that the connection has ended

    Scenario Outline: In <state>, data counts although it acknowledges <ack>
      Given a connection in <state>
      And the endpoint's application has sent data, which the peer has acknowledged
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | ack                          | answer                  | after       |
        | ESTABLISHED after an active open | everything sent              | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after an active open | what was acknowledged before | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent              | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | what was acknowledged before | an acknowledgment of it | ESTABLISHED |

    @RFC5961/5.2-LARGEST-WINDOW
    Scenario Outline: In <state>, how old an acknowledgment may be is measured by the largest window, not by one that is closed
      Given a connection in <state>
      And the endpoint's application has sent data, which the peer has acknowledged
      And the peer takes its window back
      When data arrives at the left edge, acknowledging what was acknowledged before
      Then the endpoint answers with an acknowledgment of it
      And the endpoint's application is told of the new octets

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

    @RFC5961/5.2-LARGEST-WINDOW @needs:TCP_WINDOW_SCALE
    Scenario Outline: A window that is scaled lets acknowledgments be older, if the <opener> has opened the connection
      Given a peer that offers a large window scale
      And a connection that the <opener> has opened, with a scaled window
      And both ends have offered it
      And the peer opens its window beyond what sixteen bits can say
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      And the endpoint's application sends a lot of any data
      And the peer receives exactly what the endpoint's application sent
      When data arrives at the left edge, acknowledging what was acknowledged more than 65535 octets ago
      Then the endpoint answers with an acknowledgment of it

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MAY-12
    Scenario Outline: In <state>, data that acknowledges what is older than any window counts or is challenged
      Given a connection in <state>
      When data arrives at the left edge, acknowledging what is older than any window
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | answer                                          | after       |
        | ESTABLISHED after an active open | what it expects next or an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | what it expects next or an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-2                       | what it expects next or an acknowledgment of it | FIN-WAIT-2  |

    @RFC9293/3.10.7.4-WINDOW
    Scenario Outline: In <state>, no old segment changes the send window
      Given a connection in <state>
      And the peer has sent data that the endpoint has acknowledged
      When data arrives across the left edge, acknowledging everything sent, closing the peer's window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | answer                  | after       |
        | ESTABLISHED after an active open | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | an acknowledgment of it | ESTABLISHED |

    @RFC9293/3.10.7.4-WINDOW @needs:TCP_SACK
    Scenario: It counts as much with selective acknowledgments
      Given a peer that offers selective acknowledgments
      And a connection that the peer has opened, with a window of any size behind its SYN
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint never sends anything beyond the peer's window

    @RFC9293/3.10.7.4-WINDOW
    Scenario: The window of the acknowledgment that completes the handshake counts
      Given a connection that the peer has opened, with a window of any size behind its SYN
      When the endpoint's application sends a lot of any data, and nobody answers
      Then the endpoint never sends anything beyond the peer's window

    @RFC9293/3.10.7.4-WINDOW
    Scenario Outline: In <state>, no older acknowledgment changes the send window
      Given a connection in <state>
      And the endpoint's application has sent data, which the peer has acknowledged
      When data arrives at the left edge, acknowledging what was acknowledged before, closing the peer's window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | answer                  | after       |
        | ESTABLISHED after an active open | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | an acknowledgment of it | ESTABLISHED |

    @RFC9293/3.10.7.4-WINDOW
    Scenario Outline: In <state>, no older acknowledgment changes the send window, though its number is the newest
      Given a connection in <state>
      And the endpoint's application has sent data, which the peer has acknowledged
      And data arrives at the left edge
      And the endpoint answers with an acknowledgment of it
      When data arrives at the left edge, acknowledging what was acknowledged before, closing the peer's window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | answer                  | after       |
        | ESTABLISHED after an active open | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | an acknowledgment of it | ESTABLISHED |

    @RFC9293/3.10.7.4-WINDOW
    Scenario Outline: In <state>, no older acknowledgment changes the send window, though it comes with data beyond a gap
      Given a connection in <state>
      And the endpoint's application has sent data, which the peer has acknowledged
      When data arrives inside the window, acknowledging what was acknowledged before, closing the peer's window
      Then the endpoint answers with <answer>
      And the connection is <after>

      Examples:
        | state                            | answer                          | after       |
        | ESTABLISHED after an active open | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | what it expects next or nothing | ESTABLISHED |

    Scenario Outline: In <state>, an acknowledgment counts although the window is closed
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      And the endpoint's application calls SEND
      And the endpoint answers with its data
      When an acknowledgment arrives at the left edge, acknowledging everything sent
      Then the endpoint never sends again what is acknowledged

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  @RFC9293/3.10.7.4-ALLOWANCE
  Rule: What does not fit into a closed window acknowledges all the same
    Scenario Outline: In <state>, what <segment> acknowledges counts although the window is closed
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      And the endpoint's application calls SEND
      And the endpoint answers with its data
      When <segment> arrives at the left edge, acknowledging everything sent
      Then the endpoint never sends again what is acknowledged

      Examples:
        | state                            | segment           |
        | ESTABLISHED after an active open | one octet of data |
        | ESTABLISHED after an active open | a FIN             |
        | ESTABLISHED after an active open | data and a FIN    |
        | ESTABLISHED after a passive open | one octet of data |
        | ESTABLISHED after a passive open | a FIN             |
        | ESTABLISHED after a passive open | data and a FIN    |
