Feature: SEGMENT ARRIVES in the other states, first: the sequence number
  RFC 9293 section 3.10.7.4. From SYN-RECEIVED on a connection knows both sides' numbers. Every segment goes through eight checks,
  in an order; the first check that it fails ends it. The first is whether any of it lies in the window. Where the RFC leaves a
  choice, the table says so.

  @RFC9293/3.10.7.4-SEQ
  Rule: First, check sequence number
    Scenario Outline: In <state>, data left of the window is not acceptable
      Given a connection in <state>
      When data arrives left of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, data right of the window is not acceptable
      Given a connection in <state>
      When data arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, an acknowledgment left of the window is not acceptable
      Given a connection in <state>
      When an acknowledgment arrives left of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, an acknowledgment right of the window is not acceptable
      Given a connection in <state>
      When an acknowledgment arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, a FIN left of the window is not acceptable
      Given a connection in <state>
      When a FIN arrives left of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, a FIN right of the window is not acceptable
      Given a connection in <state>
      When a FIN arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, urgent data right of the window is not acceptable
      Given a connection in <state>
      When urgent data arrives right of the window, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                                  | answer               | after        |
        | SYN-RECEIVED after a passive open      | what it expects next | SYN-RECEIVED |
        | SYN-RECEIVED after a simultaneous open | what it expects next | SYN-RECEIVED |
        | ESTABLISHED after an active open       | what it expects next | ESTABLISHED  |
        | ESTABLISHED after a passive open       | what it expects next | ESTABLISHED  |
        | FIN-WAIT-1                             | what it expects next | FIN-WAIT-1   |
        | FIN-WAIT-2                             | what it expects next | FIN-WAIT-2   |
        | CLOSE-WAIT                             | what it expects next | CLOSE-WAIT   |
        | CLOSING                                | what it expects next | CLOSING      |
        | LAST-ACK                               | what it expects next | LAST-ACK     |
        | TIME-WAIT                              | what it expects next | TIME-WAIT    |

    Scenario Outline: In <state>, only the new part of data across the left edge counts
      Given a connection in <state>
      When data arrives across the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told of the new octets
      And the connection is <after>

      Examples:
        | state                            | ack                    | answer                  | after       |
        | ESTABLISHED after an active open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | ESTABLISHED after a passive open | everything sent        | an acknowledgment of it | ESTABLISHED |
        | FIN-WAIT-1                       | everything but the FIN | an acknowledgment of it | FIN-WAIT-1  |
        | FIN-WAIT-2                       | everything sent        | an acknowledgment of it | FIN-WAIT-2  |

    @RFC9293/MAY-13
    Scenario Outline: In <state>, <segment> <place> comes too early
      Given a connection in <state>
      When <segment> arrives <place>, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing
      And the connection is <after>

      Examples:
        | state                            | segment           | place                 | ack                    | answer                          | after       |
        | ESTABLISHED after an active open | data              | inside the window     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after an active open | one octet of data | at the last octet     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after an active open | data              | across the right edge | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | data              | inside the window     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | one octet of data | at the last octet     | everything sent        | what it expects next or nothing | ESTABLISHED |
        | ESTABLISHED after a passive open | data              | across the right edge | everything sent        | what it expects next or nothing | ESTABLISHED |
        | FIN-WAIT-1                       | data              | inside the window     | everything but the FIN | what it expects next or nothing | FIN-WAIT-1  |
        | FIN-WAIT-1                       | one octet of data | at the last octet     | everything but the FIN | what it expects next or nothing | FIN-WAIT-1  |
        | FIN-WAIT-1                       | data              | across the right edge | everything but the FIN | what it expects next or nothing | FIN-WAIT-1  |
        | FIN-WAIT-2                       | data              | inside the window     | everything sent        | what it expects next or nothing | FIN-WAIT-2  |
        | FIN-WAIT-2                       | one octet of data | at the last octet     | everything sent        | what it expects next or nothing | FIN-WAIT-2  |
        | FIN-WAIT-2                       | data              | across the right edge | everything sent        | what it expects next or nothing | FIN-WAIT-2  |

    Scenario Outline: In <state>, nothing fits into a closed window
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When data arrives at the left edge, acknowledging <ack>
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing

      Examples:
        | state                            | ack             | answer               |
        | ESTABLISHED after an active open | everything sent | what it expects next |
        | ESTABLISHED after a passive open | everything sent | what it expects next |

    Scenario Outline: In <state>, an acknowledgment behind a closed window is not acceptable
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window
      When an acknowledgment arrives right of the window, acknowledging everything sent
      Then the endpoint answers with what it expects next
      And the endpoint's application is told nothing

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  @RFC9293/3.10.7.4-TRIM
  Rule: What does not fit does not count
    Scenario Outline: In <state>, only what fits of <segment> <place> counts
      Given a connection in <state>
      And the endpoint's application takes no data, and the peer has filled the window but for one octet
      When <segment> arrives <place>, acknowledging everything sent
      Then the endpoint answers with <answer>
      And the endpoint's application is told nothing

      Examples:
        | state                            | segment                     | place            | answer                                                 |
        | ESTABLISHED after an active open | data                        | at the left edge | an acknowledgment of what fits or what it expects next |
        | ESTABLISHED after an active open | data and a FIN              | at the left edge | an acknowledgment of what fits or what it expects next |
        | ESTABLISHED after an active open | one octet of data and a FIN | at the left edge | an acknowledgment of what fits or what it expects next |
        | ESTABLISHED after a passive open | data                        | at the left edge | an acknowledgment of what fits or what it expects next |
        | ESTABLISHED after a passive open | data and a FIN              | at the left edge | an acknowledgment of what fits or what it expects next |
        | ESTABLISHED after a passive open | one octet of data and a FIN | at the left edge | an acknowledgment of what fits or what it expects next |
        | FIN-WAIT-2                       | data                        | at the left edge | an acknowledgment of what fits or what it expects next |
        | FIN-WAIT-2                       | data and a FIN              | at the left edge | an acknowledgment of what fits or what it expects next |
        | FIN-WAIT-2                       | one octet of data and a FIN | at the left edge | an acknowledgment of what fits or what it expects next |

    Scenario Outline: In <state>, what does not fit of data behind a gap does not count, either
      Given a connection in <state>
      And data arrives across the right edge
      When the peer fills the endpoint's window, and the endpoint's application takes nothing
      Then the endpoint acknowledges as much as it has offered, and its window is closed

      Examples:
        | state                            |
        | ESTABLISHED after an active open |
        | ESTABLISHED after a passive open |

  Rule: What comes too early is held
    @RFC9293/SHLD-31
    Scenario Outline: Where it overlaps nothing of it need come again, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the peer sends any data in segments that overlap, repeat one another and arrive in any order
      When the peer sends what has not come at all
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/SHLD-31
    Scenario Outline: When the gap is filled, all that came too early counts, if the <opener> has opened the connection
      Given a connection that the <opener> has opened, starting at any sequence number
      And the peer sends any data in segments of any size, but any one of them is lost on the way
      When the peer sends the lost segment after all
      Then the endpoint acknowledges everything that the peer has sent
      And the endpoint's application receives exactly what the peer sent

      Examples:
        | opener   |
        | endpoint |
        | peer     |

    @RFC9293/MUST-59
    Scenario: When the gap is filled, one acknowledgment covers all that was held
      Given a connection that the peer has opened, starting at any sequence number
      And the peer sends any data in segments of any size, but any one of them is lost on the way
      When the peer sends the lost segment after all
      Then the endpoint acknowledges at least what was lost
      And the endpoint never sends a second acknowledgment that covers more
